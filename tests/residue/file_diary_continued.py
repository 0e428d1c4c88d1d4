# finds: file /tmp/diary.txt left
with open("/tmp/diary.txt", "w") as diary:
    diary.write("monday: rain\n")
# --- next cell
with open("/tmp/diary.txt", "a") as diary:
    diary.write("tuesday: sun\n")
with open("/tmp/diary.txt") as diary:
    days = diary.read().splitlines()
print(len(days))
