# finds: nothing
import io
import zipfile

archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as bundle:
    bundle.writestr(zipfile.ZipInfo("notes.txt"), "tea")
with zipfile.ZipFile(archive) as bundle:
    names = bundle.namelist()
page = io.StringIO()
page.write("one\ntwo\n")
lines = page.getvalue().splitlines()
print(names, lines)
