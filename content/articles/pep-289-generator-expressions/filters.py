def having(letter, words):
    return (word for word in words if letter in word)

def main():
    words = ["tin", "oat", "sun", "net"]
    for letter in "tn":
        words = (word for word in words if letter in word)
    print("in a loop: " + " ".join(words))

    words = ["tin", "oat", "sun", "net"]
    for letter in "tn":
        words = having(letter, words)
    print("in a function: " + " ".join(words))
