using System.Net;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.People;

public sealed class PlannerEndpointsTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string Planners = $"/api/regions/{Sample.Region}/planners";

    // Expected: the roles that Policies lets plan deliveries, of this region or of all.
    [Fact]
    public async Task Planners_AskedByADispatcher_AreThoseWhoPlanTheRegionByNameAlone()
    {
        using var dispatcher = await host.SignedInAsync(Role.Dispatcher);
        using var rep = await host.SignedInAsync(Role.Rep);
        var administrator = await host.AddPersonAsync(Role.Administrator, region: null);
        var elsewhere = await host.AddPersonAsync(Role.Planner, "another-region");

        var planners = (await dispatcher.ReadAsync(Planners)).EnumerateArray().ToList();

        var ids = planners.Select(planner => planner.GetProperty("id").GetString()).ToList();
        ids.ShouldContain(dispatcher.Person!.Id);
        ids.ShouldContain(administrator.Id);
        ids.ShouldNotContain(elsewhere.Id);
        ids.ShouldNotContain(rep.Person!.Id);
        planners.ShouldAllBe(planner => planner.EnumerateObject().Count() == 2);
        planners.Single(planner => planner.GetProperty("id").GetString() == administrator.Id).GetProperty("name").GetString().ShouldBe(administrator.DisplayName);
    }

    [Fact]
    public async Task Planners_AskedByARep_AreNotTold()
    {
        using var rep = await host.SignedInAsync(Role.Rep);
        using var answer = await rep.GetAsync(Planners);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
