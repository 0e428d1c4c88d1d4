# finds: file /tmp/draft.txt left
# finds: file /tmp/final.txt left
import os

with open("/tmp/draft.txt", "w") as draft:
    draft.write("once upon a time")
# --- next cell
os.replace("/tmp/draft.txt", "/tmp/final.txt")
done = os.path.exists("/tmp/final.txt")
