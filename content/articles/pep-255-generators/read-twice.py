def response_times():
    for time in (10, 20, 60):
        yield time

def summarize(times):
    total = sum(times)
    count = len(list(times))
    print(f"total {total} ms, count {count}")

def main():
    print("from a generator")
    summarize(response_times())
    print("from a list")
    summarize(list(response_times()))
