# finds: nothing
from string import Template
# --- next cell
class Letter(Template):
    delimiter = "%"

print(Letter("%name, $5").substitute(name="Ada"), Template("$a").substitute(a=1))
