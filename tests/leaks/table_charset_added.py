# finds: registry email.charset.CHARSETS left
import email.charset as charsets
# --- next cell
charsets.add_charset("x-shelf", charsets.QP, charsets.BASE64)
