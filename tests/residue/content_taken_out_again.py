# finds: content shelf.BOOKS reverted
import os, sys

os.mkdir("/tmp/site-packages")
with open("/tmp/site-packages/shelf.py", "w") as file:
    file.write("from collections import defaultdict\nBOOKS = {}\nAUTHORS = defaultdict(list)\ndef add(name, author):\n    BOOKS[name] = author\n")
sys.path.append("/tmp/site-packages")
import shelf
# --- next cell
shelf.add("Emma", "Austen")
print(sorted(shelf.BOOKS))
del shelf.BOOKS["Emma"]
