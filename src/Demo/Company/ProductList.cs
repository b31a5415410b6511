using Territory.Model;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;

namespace Territory.Demo.Company;

/// <summary>The thirty products of an invented drinks and snacks company, with case sizes and price ladders as in the trade.</summary>
internal static class ProductList
{
    // Name, English name, category, units in a case, grams and millilitres of a case, retail price of a unit in fen, days of shelf life.
    private static readonly (string Zh, string En, string Category, int Units, int Grams, int Millilitres, int RetailFen, int ShelfLifeDays)[] Rows =
    [
        ("云溪饮用水 550ml", "Yunxi Water 550 ml", "water", 24, 14_200, 19_000, 200, 365),
        ("云溪饮用水 1.5L", "Yunxi Water 1.5 l", "water", 12, 19_000, 23_500, 350, 365),
        ("云溪饮用水 380ml", "Yunxi Water 380 ml", "water", 24, 10_100, 13_600, 150, 365),
        ("云溪矿泉水 500ml", "Yunxi Mineral Water 500 ml", "water", 24, 13_000, 17_800, 300, 365),
        ("冰红茶 500ml", "Iced Black Tea 500 ml", "tea", 15, 8_300, 11_600, 350, 270),
        ("冰红茶 1L", "Iced Black Tea 1 l", "tea", 12, 12_900, 16_800, 500, 270),
        ("绿茶 500ml", "Green Tea 500 ml", "tea", 15, 8_300, 11_600, 350, 270),
        ("茉莉花茶 500ml", "Jasmine Tea 500 ml", "tea", 15, 8_300, 11_600, 350, 270),
        ("无糖乌龙茶 500ml", "Sugar-free Oolong 500 ml", "tea", 15, 8_200, 11_600, 450, 270),
        ("橙汁 450ml", "Orange Juice 450 ml", "juice", 15, 7_700, 10_900, 450, 270),
        ("桃汁 450ml", "Peach Juice 450 ml", "juice", 15, 7_700, 10_900, 450, 270),
        ("山楂汁 350ml", "Hawthorn Juice 350 ml", "juice", 15, 6_100, 9_000, 500, 360),
        ("鲜橙多 2L", "Orange Drink 2 l", "juice", 6, 12_800, 15_800, 850, 270),
        ("可乐 500ml", "Cola 500 ml", "carbonated", 24, 13_200, 18_300, 350, 270),
        ("可乐 330ml 罐", "Cola 330 ml can", "carbonated", 24, 8_700, 10_900, 300, 365),
        ("柠檬汽水 500ml", "Lemon Soda 500 ml", "carbonated", 24, 13_200, 18_300, 350, 270),
        ("柠檬汽水 2L", "Lemon Soda 2 l", "carbonated", 6, 12_700, 15_800, 750, 270),
        ("能量饮料 250ml 罐", "Energy Drink 250 ml can", "functional", 24, 7_000, 8_800, 600, 540),
        ("能量饮料 500ml", "Energy Drink 500 ml", "functional", 15, 8_500, 11_600, 600, 365),
        ("电解质水 550ml", "Electrolyte Water 550 ml", "functional", 15, 9_000, 12_400, 500, 270),
        ("核桃乳 240ml", "Walnut Milk 240 ml", "dairy", 20, 5_900, 7_600, 450, 360),
        ("花生牛奶 250ml", "Peanut Milk 250 ml", "dairy", 24, 6_800, 8_900, 350, 270),
        ("乳酸菌饮品 100ml", "Lactobacillus Drink 100 ml", "dairy", 40, 4_700, 6_300, 250, 210),
        ("红烧牛肉面 桶", "Braised Beef Noodles, bucket", "noodles", 12, 2_100, 17_500, 500, 180),
        ("老坛酸菜面 桶", "Pickled Cabbage Noodles, bucket", "noodles", 12, 2_100, 17_500, 500, 180),
        ("红烧牛肉面 五连包", "Braised Beef Noodles, five-pack", "noodles", 6, 3_600, 16_200, 1_450, 180),
        ("香辣干脆面", "Crispy Spicy Noodles", "snacks", 48, 2_500, 14_000, 150, 240),
        ("原味瓜子 160g", "Sunflower Seeds 160 g", "snacks", 24, 4_200, 14_800, 700, 240),
        ("苏打饼干 300g", "Soda Crackers 300 g", "snacks", 12, 4_100, 16_000, 850, 300),
        ("八宝粥 360g 罐", "Eight-treasure Congee 360 g can", "snacks", 12, 4_900, 5_600, 500, 540),
    ];

    public static IReadOnlyList<Product> All { get; } = [.. Rows.Select((row, index) => new Product
    {
        Id = new ProductId($"P{index + 1:00}"),
        Name = new LocalizedText(row.Zh, row.En),
        Category = row.Category,
        UnitsPerCase = row.Units,
        CaseMass = new Mass(row.Grams),
        CaseVolume = new Volume(row.Millilitres),
        Prices = Ladder(row.Units * row.RetailFen),
        ShelfLifeDays = row.ShelfLifeDays,
    })];

    // A third of the retail price stays in the channel: about 22 % with the outlet and 12 % with the distributor, to whole jiao.
    private static PriceLadder Ladder(long retailFen) => new(
        new Money(retailFen * 66 / 1000 * 10),
        new Money(retailFen * 78 / 1000 * 10),
        new Money(retailFen));
}
