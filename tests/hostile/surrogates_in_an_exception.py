# ends: error ValueError
raise ValueError('\ud800\udfff lone')
