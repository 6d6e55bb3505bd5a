import sys

print(sys.argv[1:], end=" ")
print("no newline yet", end="")
print(", now", flush=True)
sys.exit(0)
