# finds: attribute string.Template.delimiter reverted
import string
# --- next cell
kept = string.Template.delimiter
string.Template.delimiter = "%"
try:
    class Letter(string.Template):
        idpattern = "[a-z]+"
finally:
    string.Template.delimiter = kept
print(Letter("%name").substitute(name="Ada"))
