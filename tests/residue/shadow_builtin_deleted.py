# finds: shadow sum reverted
sum = 0
for value in [1, 2, 3]:
    sum += value
result = sum
del sum
print(result == sum([1, 2, 3]))
