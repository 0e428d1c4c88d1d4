# finds: phantom shelf.AUTHORS['Austen'] left
import os, sys

os.mkdir("/tmp/site-packages")
with open("/tmp/site-packages/shelf.py", "w") as file:
    file.write("from collections import defaultdict\nBOOKS = {}\nAUTHORS = defaultdict(list)\ndef add(name, author):\n    BOOKS[name] = author\n")
sys.path.append("/tmp/site-packages")
import shelf
# --- next cell
if not shelf.AUTHORS["Austen"]:
    print("no books")
