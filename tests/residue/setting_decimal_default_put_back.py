# finds: setting decimal.DefaultContext reverted
import decimal
was = decimal.DefaultContext.prec
decimal.DefaultContext.prec = 5
decimal.DefaultContext.prec = was
