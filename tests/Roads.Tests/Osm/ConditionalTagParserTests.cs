using Territory.Roads.Osm;

namespace Territory.Roads.Tests.Osm;

/// <summary>Expected clauses are written out by hand from the conditional restrictions page of the OpenStreetMap wiki.</summary>
public sealed class ConditionalTagParserTests
{
    [Theory]
    [InlineData("no @ (Mo-Tu 07:00-09:00,17:00-19:00)", "no: Mo 07:00-Mo 09:00, Mo 17:00-Mo 19:00, Tu 07:00-Tu 09:00, Tu 17:00-Tu 19:00")]
    [InlineData("no @ Mo 07:00-09:00", "no: Mo 07:00-Mo 09:00")]
    [InlineData("no @ (Mo 22:00-06:00)", "no: Mo 22:00-Tu 06:00")]
    [InlineData("no @ (Su 22:00-06:00)", "no: Mo 00:00-Mo 06:00, Su 22:00-Mo 00:00")]
    [InlineData("no @ (Sa,Su)", "no: Sa 00:00-Mo 00:00")]
    [InlineData("no @ 24/7", "no")]
    [InlineData("no @ (weight>3.5)", "no > 350")]
    [InlineData("no @ (weight>=7.5 t)", "no > 749")]
    [InlineData("no @ (weight > 3.5 AND Mo 07:00-19:00)", "no > 350: Mo 07:00-Mo 19:00")]
    [InlineData("no @ (Mo 07:00-10:00; Mo off; Mo 08:00-09:00); destination @ (Tu 07:00-09:00)", "no: Mo 08:00-Mo 09:00|destination: Tu 07:00-Tu 09:00")]
    public void Parse_CommonForms_GivesTheClauses(string text, string expected)
    {
        var (clauses, unread) = ConditionalTagParser.Parse(text);

        unread.ShouldBe(0);
        string.Join('|', clauses.Select(clause =>
            clause.Value + (clause.HeavierThanTenKilograms > 0 ? $" > {clause.HeavierThanTenKilograms}" : "") + (clause.Schedule is null ? "" : $": {clause.Schedule}"))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("no @ (sunset-sunrise)", 1)]
    [InlineData("no @ (Nov-Mar)", 1)]
    [InlineData("no @ winter", 1)]
    [InlineData("destination @ residents", 1)]
    [InlineData("no @ (length>10)", 1)]
    [InlineData("no @ (weight<3.5)", 1)]
    [InlineData("no @ (PH)", 1)]
    [InlineData("no @ (Mo 07:00-09:00 AND delivery)", 1)]
    [InlineData("no @ (weight>3.5 AND weight>7.5)", 1)]
    [InlineData("schooldays only", 1)]
    [InlineData("@ (Mo)", 1)]
    [InlineData("no @", 1)]
    [InlineData("a; b", 2)]
    [InlineData("", 0)]
    public void Parse_AnythingElse_IsCountedAndNotGuessed(string text, int expected)
    {
        var (clauses, unread) = ConditionalTagParser.Parse(text);

        clauses.ShouldBeEmpty();
        unread.ShouldBe(expected);
    }

    [Fact]
    public void Parse_UnreadClauseBesideARead_LeavesTheOther()
    {
        var (clauses, unread) = ConditionalTagParser.Parse("no @ (Mo 07:00-19:00); yes @ delivery");

        clauses.ShouldHaveSingleItem().Value.ShouldBe("no");
        unread.ShouldBe(1);
    }

    [Fact]
    public void Parse_RandomPieces_NeverThrows()
    {
        string[] pieces = ["no", "@", "(", ")", "Mo", "-", ",", ";", " ", "08:00", "24:00", "weight>", "3.5", " AND ", "24/7", "99999999", "周一"];
        var random = new Random(2);
        for (var round = 0; round < 20_000; round++)
            Should.NotThrow(() => ConditionalTagParser.Parse(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]))));
    }
}
