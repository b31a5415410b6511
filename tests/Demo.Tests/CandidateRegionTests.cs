using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;

namespace Territory.Demo.Tests;

public sealed class CandidateRegionTests
{
    private static readonly GeneratedRegion County = DemoCounty.Generate(outlets: 400);

    [Fact]
    public void BareOutlets_GetADistributorARepAClassAndARange()
    {
        var bare = County.Terminals.Select(terminal => new TerminalFile
        {
            Id = terminal.Id,
            Region = new RegionId("town"),
            Name = terminal.Name,
            Kind = terminal.Kind,
            Class = TerminalClass.C,
            Location = terminal.Location,
        }).ToList();
        var equipped = CandidateRegion.Equip(Town(), County.Roads, bare, seed: 7);
        equipped.Terminals.Count.ShouldBe(400);
        equipped.Terminals.ShouldAllBe(terminal => terminal.Distributor != null && terminal.Rep != null && terminal.ListedProducts.Count > 0);
        equipped.Terminals.Count(terminal => terminal.Class == TerminalClass.A).ShouldBe(40);
        equipped.Vehicles.ShouldNotBeEmpty();
        equipped.Terminals.Select(terminal => terminal.Rep).Distinct().Count().ShouldBe(equipped.Reps.Count);
    }

    [Fact]
    public void WhatAnOutletStates_Stays()
    {
        var stated = County.Terminals[0] with { ClassBasis = ClassBasis.ByHand, Class = TerminalClass.B, Rep = new RepId("own"), CategoryVolumePerMonth = new Cases(3) };
        var outlet = CandidateRegion.Equip(Town(), County.Roads, [stated, .. County.Terminals.Skip(1)], seed: 7).Terminals.Single(terminal => terminal.Id == stated.Id);
        outlet.Class.ShouldBe(TerminalClass.B);
        outlet.Rep.ShouldBe(new RepId("own"));
        outlet.CategoryVolumePerMonth.ShouldBe(new Cases(3));
        outlet.ListedProducts.ShouldBe(stated.ListedProducts);
    }

    [Fact]
    public void NoOutlets_GiveARegionWithoutStaff()
    {
        var empty = CandidateRegion.Equip(Town(), County.Roads, [], seed: 7);
        empty.Reps.ShouldBeEmpty();
        empty.Distributors.ShouldBeEmpty();
    }

    private static Region Town() => new()
    {
        Id = new RegionId("town"),
        Name = LocalizedText.Same("town"),
        TimeZone = "Asia/Shanghai",
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(115.8, 32.35, 116.25, 32.75),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "test",
    };
}
