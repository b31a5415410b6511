using System.Collections.Frozen;
using Territory.Model.Terminals;

namespace Territory.Imports.Outlets;

/// <summary>The words people write for kinds, classes, states and terms, Chinese, English or as OpenStreetMap tags.</summary>
internal static class OutletWords
{
    private static readonly FrozenDictionary<string, TerminalKind> Kinds = Table(
        (TerminalKind.Grocery, ["食杂", "食杂店", "副食", "副食店", "小卖部", "grocery"]),
        (TerminalKind.Convenience, ["便利", "便利店", "convenience", "shop=convenience"]),
        (TerminalKind.Supermarket, ["超市", "商超", "卖场", "supermarket", "shop=supermarket"]),
        (TerminalKind.Restaurant, ["餐饮", "饭店", "餐馆", "restaurant", "cafe", "amenity=restaurant", "amenity=cafe", "amenity=fast_food"]),
        (TerminalKind.Special, ["特通", "特殊通路", "special", "amenity=fuel"]),
        (TerminalKind.Wholesale, ["批发", "批发部", "wholesale", "shop=wholesale"]),
        (TerminalKind.Nightlife, ["夜场", "nightlife", "bar", "amenity=bar", "amenity=pub", "amenity=nightclub"]));

    private static readonly FrozenDictionary<string, TerminalStatus> States = Table(
        (TerminalStatus.Active, ["正常", "营业", "active", "open"]),
        (TerminalStatus.Paused, ["休业", "暂停", "paused"]),
        (TerminalStatus.NonCooperating, ["不合作", "noncooperating", "non-cooperating"]),
        (TerminalStatus.Closed, ["倒闭", "关店", "closed"]),
        (TerminalStatus.Prospect, ["潜在", "prospect"]));

    private static readonly FrozenDictionary<string, PaymentTerms> Terms = Table(
        (PaymentTerms.CashOnDelivery, ["现结", "现金", "cash", "cod"]),
        (PaymentTerms.MonthlyAccount, ["月结", "monthly"]),
        (PaymentTerms.NextVisit, ["赊销", "批结", "nextvisit"]));

    /// <summary>The kind a word names; any other OpenStreetMap shop counts as a grocery.</summary>
    public static TerminalKind? KindOf(string word) =>
        Kinds.TryGetValue(word, out var kind) ? kind : word.StartsWith("shop=", StringComparison.OrdinalIgnoreCase) ? TerminalKind.Grocery : null;

    public static TerminalClass? ClassOf(string word) => word.TrimEnd('类', '级', ' ').ToUpperInvariant() switch
    {
        "A" => TerminalClass.A,
        "B" => TerminalClass.B,
        "C" => TerminalClass.C,
        _ => null,
    };

    public static TerminalStatus? StatusOf(string word) => States.TryGetValue(word, out var status) ? status : null;

    public static PaymentTerms? TermsOf(string word) => Terms.TryGetValue(word, out var terms) ? terms : null;

    private static FrozenDictionary<string, T> Table<T>(params (T Value, string[] Words)[] rows) =>
        rows.SelectMany(row => row.Words, (row, word) => (word, row.Value)).ToFrozenDictionary(pair => pair.word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
