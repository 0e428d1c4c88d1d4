# finds: generator numbers reverted
from contextlib import nullcontext

def counting(limit):
    with nullcontext(limit) as last:
        for number in range(last):
            yield number

numbers = counting(4)
total = 0
for number in numbers:
    total += number
print(total)
