using Territory.Demo.Geography;
using Territory.Model.Terminals;

namespace Territory.Demo.Names;

/// <summary>Shop signs as one sees them in a county: an owner's name, a lucky word or the place, and what is sold.</summary>
internal static class ShopNames
{
    private static readonly string[] Lucky =
    [
        "利民", "惠民", "便民", "好又多", "家家乐", "万家福", "福满园", "顺发", "鑫源", "旺达", "永兴", "天天", "佳美", "百姓", "惠万家", "金海", "宏达", "聚福", "同心", "兴隆",
        "幸福", "平安", "吉祥", "如意", "丰收", "四季", "新世纪", "诚信", "友谊", "小康", "乐购", "喜洋洋", "好邻居", "老街坊", "红太阳", "金桥", "银河", "东升", "三江", "五福",
    ];

    private static readonly string[] GrocerySuffixes = ["副食店", "小卖部", "商店", "百货店", "烟酒店", "综合商店", "经营部"];
    private static readonly string[] ConvenienceSuffixes = ["便利店", "生活便利店", "24小时便利店"];
    private static readonly string[] SupermarketSuffixes = ["超市", "生活超市", "购物广场", "平价超市"];
    private static readonly string[] RestaurantSuffixes = ["饭店", "小吃店", "面馆", "土菜馆", "早餐店", "羊肉馆", "火锅店", "农家乐", "牛肉汤"];
    private static readonly string[] WholesaleSuffixes = ["批发部", "商贸行", "副食批发"];
    private static readonly string[] NightlifeSuffixes = ["KTV", "烧烤广场", "酒吧", "夜宵城"];
    private static readonly string[] SpecialPlaces = ["中学小卖部", "小学文具店", "汽车站商店", "医院便民店", "加油站便利店", "网吧", "景区商店", "工地超市", "健身馆", "棋牌室"];

    public static string Of(TerminalKind kind, Settlement place, string owner, Dice dice, int number)
    {
        var suffix = kind switch
        {
            TerminalKind.Grocery => dice.Pick(GrocerySuffixes, "sign/suffix", number),
            TerminalKind.Convenience => dice.Pick(ConvenienceSuffixes, "sign/suffix", number),
            TerminalKind.Supermarket => dice.Pick(SupermarketSuffixes, "sign/suffix", number),
            TerminalKind.Restaurant => dice.Pick(RestaurantSuffixes, "sign/suffix", number),
            TerminalKind.Wholesale => dice.Pick(WholesaleSuffixes, "sign/suffix", number),
            TerminalKind.Nightlife => dice.Pick(NightlifeSuffixes, "sign/suffix", number),
            _ => dice.Pick(SpecialPlaces, "sign/suffix", number),
        };
        if (kind == TerminalKind.Special)
            return Stem(place) + suffix;
        return dice.Between(0, 1, "sign/style", number) switch
        {
            < 0.38 => owner + suffix,
            < 0.80 => dice.Pick(Lucky, "sign/lucky", number) + suffix,
            < 0.92 => Stem(place) + suffix,
            _ => $"{Stem(place)}{owner[0]}记{suffix}",
        };
    }

    private static string Stem(Settlement place) => place.Name.Replace("县城", "", StringComparison.Ordinal).TrimEnd('镇', '乡', '村');
}
