# finds: nothing
import os

with open("/tmp/prices.txt", "w") as prices:
    prices.write("tea 3\nmilk 2\n")
# --- next cell
with open("/tmp/prices.txt") as prices:
    table = dict(line.split() for line in prices)
size = os.stat("/tmp/prices.txt").st_size
there = "prices.txt" in os.listdir("/tmp")
print(table, size, there)
