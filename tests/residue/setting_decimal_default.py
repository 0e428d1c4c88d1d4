# finds: setting decimal.DefaultContext left
import decimal
decimal.DefaultContext.prec = 5
