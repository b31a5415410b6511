using System.Collections.Frozen;
using Territory.Model.Problems;

namespace Territory.Imports.Outlets;

/// <summary>Finds the columns of an outlet table by their headers, Chinese or English, as they are used in the trade.</summary>
internal sealed class OutletHeaders
{
    private static readonly FrozenDictionary<string, OutletColumn> Synonyms = new Dictionary<OutletColumn, string[]>
    {
        [OutletColumn.Code] = ["id", "code", "outletid", "outletcode", "terminalid", "编号", "编码", "终端编号", "终端编码", "客户编号", "客户编码", "客户id", "门店编号"],
        [OutletColumn.Name] = ["name", "outlet", "outletname", "shop", "shopname", "名称", "店名", "终端名称", "客户名称", "门店名称", "店铺名称"],
        [OutletColumn.Alias] = ["alias", "shortname", "简称", "别名"],
        [OutletColumn.Kind] = ["kind", "type", "category", "channel", "类型", "终端类型", "客户类型", "渠道", "渠道类型", "业态"],
        [OutletColumn.Class] = ["class", "grade", "abc", "级别", "等级", "分级", "终端级别", "客户等级", "客户级别"],
        [OutletColumn.Status] = ["status", "状态", "终端状态", "营业状态"],
        [OutletColumn.Licence] = ["licence", "license", "licencenumber", "licensenumber", "营业执照", "执照号", "营业执照号", "统一社会信用代码"],
        [OutletColumn.Owner] = ["owner", "contact", "contactname", "店主", "负责人", "老板", "联系人"],
        [OutletColumn.Phone] = ["phone", "tel", "telephone", "mobile", "电话", "手机", "联系电话", "手机号"],
        [OutletColumn.Address] = ["address", "street", "地址", "详细地址", "门店地址"],
        [OutletColumn.Longitude] = ["lon", "lng", "long", "longitude", "x", "经度"],
        [OutletColumn.Latitude] = ["lat", "latitude", "y", "纬度"],
        [OutletColumn.Coordinates] = ["coordinates", "location", "lonlat", "position", "坐标", "经纬度", "位置"],
        [OutletColumn.Area] = ["area", "aream2", "areasquaremeters", "面积", "营业面积"],
        [OutletColumn.Visitors] = ["visitors", "traffic", "visitorsperday", "客流", "日客流", "人流量"],
        [OutletColumn.OpeningHours] = ["openinghours", "hours", "营业时间"],
        [OutletColumn.DeliveryWindow] = ["deliverywindow", "deliveryhours", "receiving", "收货时间", "送货时间", "收货时段"],
        [OutletColumn.Distributor] = ["distributor", "dealer", "经销商", "经销商编号", "所属经销商"],
        [OutletColumn.Rep] = ["rep", "salesrep", "业务员", "业代", "所属业代", "业务代表", "业务员编号"],
        [OutletColumn.VisitsPerCycle] = ["visits", "visitspercycle", "frequency", "频次", "拜访频次", "拜访频率"],
        [OutletColumn.MinutesInStore] = ["minutes", "minutesinstore", "timeinstore", "在店时长", "停留时间"],
        [OutletColumn.MonthlyVolume] = ["volume", "monthlyvolume", "casespermonth", "月销量", "月均销量", "品类月销量"],
        [OutletColumn.Terms] = ["terms", "paymentterms", "结款方式", "结算方式", "付款方式"],
        [OutletColumn.CreditLimit] = ["creditlimit", "credit", "信用额度", "授信额度"],
        [OutletColumn.Note] = ["note", "remark", "remarks", "comment", "备注"],
    }.SelectMany(pair => pair.Value, (pair, synonym) => (synonym, pair.Key)).ToFrozenDictionary(pair => pair.synonym, pair => pair.Key);

    private readonly Dictionary<OutletColumn, int> columns;

    private OutletHeaders(Dictionary<OutletColumn, int> columns) => this.columns = columns;

    public static OutletHeaders Read(IReadOnlyList<string> headers, string file, List<Problem> problems)
    {
        var found = new Dictionary<OutletColumn, int>();
        for (var index = 0; index < headers.Count; index++)
        {
            if (headers[index].Length == 0)
                continue;
            if (!Synonyms.TryGetValue(Key(headers[index]), out var column))
                problems.Add(new Problem("outlets.header.unknown", "The column is not known and was left out.", file, 1, headers[index], Severity: ProblemSeverity.Warning));
            else if (!found.TryAdd(column, index))
                problems.Add(new Problem("outlets.header.repeated", $"Two columns hold the same thing ({column}); keep one.", file, 1, headers[index]));
        }

        if (!found.ContainsKey(OutletColumn.Name))
            problems.Add(new Problem("outlets.header.missing", "A column with the outlet's name is needed (name, 名称).", file, 1));
        if (!found.ContainsKey(OutletColumn.Coordinates) && !(found.ContainsKey(OutletColumn.Longitude) && found.ContainsKey(OutletColumn.Latitude)))
            problems.Add(new Problem("outlets.header.missing", "Columns with longitude and latitude (经度, 纬度), or one with both (坐标), are needed.", file, 1));
        return new OutletHeaders(found);
    }

    /// <summary>The column's index in the file, or -1.</summary>
    public int IndexOf(OutletColumn column) => columns.GetValueOrDefault(column, -1);

    private static string Key(string header)
    {
        var bracket = header.IndexOfAny(['(', '[']);
        var text = bracket > 0 ? header[..bracket] : header;
        return new string([.. text.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
    }
}
