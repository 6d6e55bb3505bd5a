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

def main():
    average = running_average()
    print(f"next: {next(average):.1f}")
    print(f"send 10: {average.send(10):.1f}")
    print(f"send 20: {average.send(20):.1f}")
    print(f"throw: {average.throw(Missing('sensor is off')):.1f}")
    print(f"send 60: {average.send(60):.1f}")
    average.close()
