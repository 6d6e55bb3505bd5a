import sys

count = 0


def down():
    global count
    count += 1
    down()


for limit in (100, 250):
    sys.setrecursionlimit(limit)
    count = 0
    try:
        down()
    except RecursionError as error:
        print(limit, count, error)
