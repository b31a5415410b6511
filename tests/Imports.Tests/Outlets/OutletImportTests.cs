using Territory.Imports.Outlets;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Imports.Tests.Outlets;

public sealed class OutletImportTests
{
    private static readonly RegionId Region = new("town");

    [Fact]
    public void ChineseHeaders_AreUnderstood()
    {
        var import = Read("""
            终端编号,终端名称,类型,等级,店主,电话,地址,经度,纬度,营业时间,收货时间,频次,月销量（箱）,结款方式
            T1,利民副食店,食杂店,Ａ类,王小军,13800000000,人民路１２号,116.3974,39.9087,07:00-21:30,8点-12点,４,1.2万,现结
            """);
        import.Problems.ShouldBeEmpty();
        var outlet = import.Good.ShouldHaveSingleItem();
        outlet.Id.ShouldBe(new TerminalId("T1"));
        outlet.Kind.ShouldBe(TerminalKind.Grocery);
        outlet.Class.ShouldBe(TerminalClass.A);
        outlet.Address.ShouldBe("人民路12号");
        outlet.OpeningHours.ShouldBe(OpeningHours.Daily(TimeOfDay.At(7), TimeOfDay.At(21, 30)));
        outlet.DeliveryWindow.ShouldBe(new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(12)));
        outlet.VisitsPerCycle.ShouldBe(4);
        outlet.CategoryVolumePerMonth.ShouldBe(new Cases(12_000));
    }

    [Fact]
    public void EnglishHeaders_WithOneCoordinateCell_AreUnderstood()
    {
        var import = Read("""
            Outlet Code;Shop Name;Type;Location
            7;"Corner; Shop";convenience;14.51, 35.90
            """);
        var outlet = import.Good.ShouldHaveSingleItem();
        outlet.Name.ShouldBe("Corner; Shop");
        outlet.Location.ShouldBe(new GeoPoint(14.51, 35.90));
    }

    [Fact]
    public void EveryBadRow_IsReportedWithLineAndColumn_AndTheGoodOnesAreRead()
    {
        var import = Read("""
            编号,名称,类型,等级,经度,纬度
            T1,好店,超市,B,116.1,39.1
            T2,,超市,B,116.1,39.2
            T3,坏等级,超市,Z,116.1,39.3
            T4,无坐标,超市,B,,
            T5,远方,超市,B,316.1,39.3
            T1,重复编号,超市,B,116.1,39.4
            T6,没数字,超市,B,abc,39.4
            T7,两个错,火箭,Q,116.1,39.5
            """);
        import.Good.Select(outlet => outlet.Id.Value).ShouldBe(["T1"]);
        import.Rows.ShouldBe(8);
        import.Problems.Select(problem => (problem.Line, problem.Code)).ShouldBe(
        [
            (3L, "outlets.name.missing"),
            (4L, "outlets.word.unknown"),
            (5L, "outlets.coordinates.missing"),
            (6L, "outlets.coordinates.range"),
            (7L, "outlets.code.repeated"),
            (8L, "outlets.coordinates.number"),
            (9L, "outlets.word.unknown"),
            (9L, "outlets.word.unknown"),
        ]);
    }

    [Fact]
    public void SwappedCoordinates_AreSwappedBackAndSaid()
    {
        var import = Read("name,lon,lat\nA,39.9,116.4\n");
        import.Good.ShouldHaveSingleItem().Location.ShouldBe(new GeoPoint(116.4, 39.9));
        import.Problems.ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Fixed);
    }

    [Fact]
    public void Gcj02Coordinates_BecomeWgs84AndTheOriginalIsKept()
    {
        // Expected: the published GCJ-02 image of Beijing 116.3974, 39.9087.
        var import = OutletImport.FromText("name,lon,lat\nA,116.4036436,39.9101035\n", "f.csv", Region, CoordinateSystem.Gcj02, []);
        var outlet = import.Good.ShouldHaveSingleItem();
        outlet.Location.Longitude.ShouldBe(116.3974, 1e-6);
        outlet.Location.Latitude.ShouldBe(39.9087, 1e-6);
        outlet.Original.ShouldBe(new OriginalCoordinates(CoordinateSystem.Gcj02, 116.4036436, 39.9101035));
    }

    [Fact]
    public void MissingColumns_AreNamedAndNothingIsRead()
    {
        var import = Read("编号,类型\nT1,超市\n");
        import.Good.ShouldBeEmpty();
        import.Problems.Count(problem => problem.Code == "outlets.header.missing").ShouldBe(2);
    }

    [Fact]
    public void RowWithoutCode_GetsTheSameCodeEachTime()
    {
        var first = Read("name,lon,lat\n小店,116.4,39.9\n").Good.ShouldHaveSingleItem();
        var again = OutletImport.FromText("name,lon,lat\n小店,116.4,39.9\n", "f.csv", Region, CoordinateSystem.Wgs84, [first]);
        again.Good.ShouldBeEmpty();
        again.Problems.ShouldHaveSingleItem().Code.ShouldBe("outlets.code.repeated");
    }

    [Fact]
    public void SameNameCloseBy_IsPointedOutButKept()
    {
        var import = Read("code,name,lon,lat\nA,小店,116.4,39.9\nB,小店,116.4003,39.9002\nC,小店,116.5,39.9\n");
        import.Good.Count.ShouldBe(3);
        import.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void UnclosedQuote_IsReportedNotThrown()
    {
        var import = Read("name,lon,lat\n\"never closed,116.4,39.9\nB,116.4,39.9\n");
        import.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void RandomBytes_NeverThrowAnythingButARefusal()
    {
        var state = 12_345u;
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[200];
            for (var i = 0; i < bytes.Length; i++)
            {
                state = (state * 1_664_525) + 1_013_904_223;
                bytes[i] = (state >> 28) < 4 ? (byte)",\"\n;"[(int)(state >> 24) % 4] : (byte)(state >> 16);
            }

            try
            {
                _ = OutletImport.FromText("name,lon,lat\n" + Territory.Imports.Tables.TextFile.Decode(bytes, "f.csv"), "f.csv", Region, CoordinateSystem.Bd09, []);
            }
            catch (InvalidInputException refused)
            {
                refused.Problems.ShouldNotBeEmpty();
            }
        }
    }

    private static OutletImport Read(string text) => OutletImport.FromText(text, "outlets.csv", Region, CoordinateSystem.Wgs84, []);
}
