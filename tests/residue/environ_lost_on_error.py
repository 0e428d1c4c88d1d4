# finds: environ SHOP_DEBUG left
import os

settings = {"size": "3"}
os.environ["SHOP_DEBUG"] = "1"
colour = settings["colour"]
del os.environ["SHOP_DEBUG"]
