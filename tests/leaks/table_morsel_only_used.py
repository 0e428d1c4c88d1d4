# finds: nothing
from http.cookies import SimpleCookie
# --- next cell
jar = SimpleCookie()
jar["sid"] = "12"
jar["sid"]["samesite"] = "Lax"
jar["sid"]["httponly"] = True
words = {word: name for word, name in jar["sid"]._reserved.items() if "-" in word}
print(jar.output(), words)
