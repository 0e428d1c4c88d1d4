# finds: nothing
table = {1: 2}
# --- next cell
table[2] = 3
import dis, tokenize, html.entities, http.client, calendar, encodings.aliases
print("ä".encode("latin-1"), "x".encode("idna"))
