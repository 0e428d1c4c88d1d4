# finds: setting decimal.BasicContext left
import decimal
# --- next cell
decimal.BasicContext.prec = 20
