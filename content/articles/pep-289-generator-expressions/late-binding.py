def main():
    prices = [10, 20]
    rate = 2
    converted = (price * rate for price in prices)
    prices = [100]
    rate = 3
    for price in converted:
        print(price)
