using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Territory.Dashboard.Exports.Sheets;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports.Sheets;

/// <summary>The sheet read back. What must stand on it is the list of domain fields of a 派遣单; figures are those of <see cref="DeliverySample"/>.</summary>
public sealed class DispatchSheetTests
{
    [Fact]
    public void Sheet_OfAVehicle_NamesWhatTheOrderIsAboutOnItsFirstPage()
    {
        var page = PrintedSheet.Text(Read(DeliverySample.Of([3])).Pages[0]);

        // Three stops: 2 + 3 (with two of P2) ... by the closed form, 2 + 5 + 1 = 8 cases; 6 x 8 kg and 2 x 9 kg.
        foreach (var expected in new[]
        {
            "流动服务车辆派遣单", "Service-vehicle dispatch order", "20300312-V1", "版本", "已发布", "2030-03-12", "怀远县", "怀远惠民商贸 怀远县经济开发区乳泉大道88号",
            "皖C12345", "4.2 m 厢式货车", "200 箱 / 2,000 kg / 9.00 m³", "李师傅", "随车业务员", "08:10", "08:35", "4.5 km", "8 箱 / 66 kg / 0.10 m³",
            "实际里程", "油费 / 过路费", "回库商品核对", "现金核对", "司机签字", "仓管签字", "主管签字", "第 1 页 / 共 1 页",
        })
        {
            page.ShouldContain(expected);
        }
    }

    [Fact]
    public void Stop_OnTheSheet_HasItsFieldsAndRoomToWrite()
    {
        var rows = Read(DeliverySample.Of([24])).Rows("stops");

        rows.Count.ShouldBe(24);
        rows[21].ShouldBe([
            "22", "老王小店22（C） HY-0022", "禹王路22号 王建国 13905520022", "11:40 08:00-18:00",
            "送货 Deliver 4 · 收款 Collect 冰红茶 500ml×15×2；无糖茉莉花茶 550ml×15 促销装×2", "¥192.00", "放后门冷库", "", "", "", "", "", "",
        ]);
        // A limit of 2.5 t and a note of the file; a monthly account collects nothing.
        rows[23][6].ShouldBe("限行 limit ≤ 2.5\u00A0t 卸货口在后巷，早上八点前禁停");
        rows[19][5].ShouldBe("月结 on account");
        rows[19][4].ShouldNotContain("收款");
    }

    [Fact]
    public void Vehicle_WithManyStops_GoesOnWithPageNumbersAndTheTablesHead()
    {
        var sheet = Read(DeliverySample.Of([45], [2]));

        var own = sheet.Pages.Where(page => PrintedSheet.Text(page).Contains("20300312-V1", StringComparison.Ordinal)).ToList();
        own.Count.ShouldBeGreaterThan(2);
        for (var page = 1; page <= own.Count; page++)
        {
            PrintedSheet.Text(own[page - 1].Element("header")!).ShouldContain($"第 {page} 页 / 共 {own.Count} 页");
            own[page - 1].Descendants("thead").Count().ShouldBe(1);
        }

        sheet.Pages.Count.ShouldBe(own.Count + 1);
        sheet.Rows("stops").Select(row => row[0]).ShouldBe([.. Enumerable.Range(1, 45).Select(number => $"{number}"), "1", "2"]);
        own.SkipLast(1).ShouldAllBe(page => !PrintedSheet.Text(page).Contains("主管签字"));
    }

    [Fact]
    public void BrokenRulesAndCrew_OfThePlan_StandWhereTheyAreMet()
    {
        var day = DeliverySample.Of([3], [2]);
        day = day with
        {
            Plan = day.Plan with
            {
                Breaches =
                [
                    new PlanBreach(BreachRule.Shift, new VehicleId("V1"), null, 1500, IsAllowed: true, new Money(1800)),
                    new PlanBreach(BreachRule.Window, new VehicleId("V1"), new OrderId("O2"), 1321, IsAllowed: false, default),
                ],
                Overrides = new DayOverrides { Crews = [new Crew(new VehicleId("V1"), "赵师傅", null, new RepId("R7"))] },
            },
            Reps = new Dictionary<RepId, RepFile> { [new RepId("R7")] = Fixtures.Sample.NewRep("R7", DeliverySample.Distributor) with { Name = "钱业务" } },
        };

        var sheet = Read(day);

        sheet.Pages[0].Elements("p").Select(PrintedSheet.Text).ShouldContain("加班 25 分钟（已批准） 25 min of overtime (allowed)");
        // 1321 seconds are 22 minutes and one second; whoever is told 22 would be late.
        sheet.Rows("stops").Select(row => row[6]).ShouldBe(["", "超出收货时间 23 分钟 23 min after the delivery window", "", "", ""]);
        PrintedSheet.Text(sheet.Pages[0]).ShouldContain("赵师傅");
        PrintedSheet.Text(sheet.Pages[0]).ShouldContain("钱业务");
        PrintedSheet.Text(sheet.Pages[1]).ShouldNotContain("加班");
        PrintedSheet.Text(sheet.Pages[1]).ShouldNotContain("赵师傅");
    }

    [Theory]
    [InlineData(SheetLanguage.Zh, true, false)]
    [InlineData(SheetLanguage.En, false, true)]
    [InlineData(SheetLanguage.Both, true, true)]
    public void Words_OfTheSheet_AreInTheLanguageAskedFor(SheetLanguage language, bool chinese, bool english)
    {
        var page = PrintedSheet.Text(PrintedSheet.Read(DispatchSheet.Of(DeliverySample.Of([2]), new SheetOptions(language))).Pages[0]);

        foreach (var (zh, en) in new[] { ("流动服务车辆派遣单", "Service-vehicle dispatch order"), ("送货", "Deliver"), ("主管签字", "Supervisor"), ("第 1 页", "page 1 of 1"), ("应收", "Due") })
        {
            page.Contains(zh, StringComparison.Ordinal).ShouldBe(chinese, zh);
            page.Contains(en, StringComparison.Ordinal).ShouldBe(english, en);
        }

        page.Contains("Iced tea", StringComparison.Ordinal).ShouldBe(language == SheetLanguage.En);
        page.Contains(" 箱 / ", StringComparison.Ordinal).ShouldBe(chinese);
    }

    [Fact]
    public void Unserved_OrdersOfThePlan_StandOnASheetOfTheirOwnWithTheReason()
    {
        var day = DeliverySample.Of([3]);
        day = day with { Plan = day.Plan with { Unserved = [new UnservedOrder(new TerminalId("HY-0002"), [new OrderId("O9")], UnservedReason.NoTimeLeft, new Dictionary<string, string>())] } };

        var sheet = Read(day);

        sheet.Pages.Count.ShouldBe(2);
        sheet.Rows("left-out").ShouldBe([["老王小店2 HY-0002", "禹王路2号", "O9", "各线路已无时间 no route has time left"]]);
    }

    /// <summary>CSP Level 3: a browser applies an inline style sheet whose SHA-256 the policy names, and no style attribute; nothing may be fetched.</summary>
    [Fact]
    public void Document_UnderItsOwnPolicy_NeedsNothingElse()
    {
        var document = DispatchSheet.Of(DeliverySample.Of([45], [3]), new SheetOptions(AddressOf: vehicle => $"https://territory.example/?vehicle={vehicle}"));

        var style = document.Html.Split("<style>")[1].Split("</style>")[0];
        document.ContentPolicy.ShouldContain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        style.ShouldNotContain("url(");
        style.ShouldNotContain('\r');
        foreach (var element in PrintedSheet.Read(document).Pages.DescendantsAndSelf())
        {
            element.Name.LocalName.ShouldNotBe("script");
            element.Attributes().Select(attribute => attribute.Name.LocalName).ShouldAllBe(name => name != "style" && name != "src" && name != "href" && !name.StartsWith("on"));
        }
    }

    /// <summary>At level M a code of 21 modules (version 1) holds 20 capitals and digits, one of 33 (version 4) 43 to 62 letters (ISO/IEC 18004, table 7).</summary>
    [Fact]
    public void Code_OnTheFirstPage_HoldsTheAddressWhereOneIsGiven()
    {
        var number = Read(DeliverySample.Of([2]));
        var address = PrintedSheet.Read(DispatchSheet.Of(
            DeliverySample.Of([2]), new SheetOptions(AddressOf: vehicle => LiveOrder.AddressOf("https://territory.example/", DeliverySample.Of([2]).Plan, vehicle))));

        // A quiet zone of four modules on each side.
        SizeOfCode(number).ShouldBe(21 + 8);
        SizeOfCode(address).ShouldBe(33 + 8);
        LiveOrder.AddressOf("https://territory.example/", DeliverySample.Of([2]).Plan, new VehicleId("皖 1"))
            .ShouldBe("https://territory.example/dispatch-orders/2030-03-12/%E7%9A%96%201");
    }

    private static int SizeOfCode(PrintedSheet sheet)
    {
        var svg = sheet.Pages[0].Descendants().Single(element => element.Name.LocalName == "svg");
        return int.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static PrintedSheet Read(PlannedDeliveries day) => PrintedSheet.Read(DispatchSheet.Of(day, new SheetOptions()));
}
