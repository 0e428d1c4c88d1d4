# finds: nothing
import xml.etree.ElementTree as ET

menu = ET.fromstring("<menu><item price='3'>tea</item><item price='2'>milk</item></menu>")
for item in menu.iter("item"):
    item.set("price", str(int(item.get("price")) + 1))
extra = ET.SubElement(menu, "item", price="5")
extra.text = "cake"
text = ET.tostring(menu, encoding="unicode")
print(len(menu), text.count("price"))
