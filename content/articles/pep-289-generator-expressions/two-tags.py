def having(tag, tickets):
    return (t for t in tickets if tag in t)

def main():
    tickets = ["late invoice", "late parcel", "lost invoice"]
    for tag in ("late", "invoice"):
        tickets = (t for t in tickets if tag in t)
    print(f"in a loop: {', '.join(tickets)}")

    tickets = ["late invoice", "late parcel", "lost invoice"]
    for tag in ("late", "invoice"):
        tickets = having(tag, tickets)
    print(f"by calls: {', '.join(tickets)}")
