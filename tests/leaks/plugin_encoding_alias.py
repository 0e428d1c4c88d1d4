# finds: registry encodings.aliases.aliases left
import encodings.aliases
# --- next cell
encodings.aliases.aliases["plain_text"] = "utf_8"
print("é".encode("plain-text"))
