class Missing(Exception):
    pass

def running_average():
    total = count = average = 0
    while True:
        try:
            value = yield average
            total += value
            count += 1
            average = total / count
        except Missing as missing:
            print(f"skipped: {missing}")

def show(value):
    print(f"{value:.1f}")

def main():
    average = running_average()
    show(next(average))
    show(average.send(10))
    show(average.send(20))
    show(average.throw(Missing("no signal")))
    show(average.send(60))
    average.close()
