# finds: file /tmp/notes.txt left
with open("/tmp/notes.txt", "w") as notes:
    for item in ("tea", "milk"):
        notes.write(item + "\n")
