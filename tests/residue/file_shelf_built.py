# finds: file /tmp/shelf left
# finds: file /tmp/shelf/top left
# finds: file /tmp/shelf/top/list.txt left
import os

def build(root):
    os.makedirs(os.path.join(root, "top"), exist_ok=True)
    path = os.path.join(root, "top", "list.txt")
    with open(path, "w") as listing:
        listing.write("tea\n")
    return path

path = build("/tmp/shelf")
