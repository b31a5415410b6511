using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Board;

[Collection(DemoGroup.Name)]
public sealed class DeliveryPlanTests(DemoTerritory demo)
{
    // Expected values: the API's plan for what the page shows, and the plan's own stops for its route on the roads.
    [Fact]
    public async Task Deliveries_PlannedAndPublished_AreTheDaysPlanWithRoutesOnTheRoads()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        await MarketClock.ReachWorkAsync(visitor);
        await visitor["date-next"].ClickAsync();
        var section = visitor["distributor-plan"].First;
        await section.GetByTestId("plan-button").ClickAsync();
        var status = section.GetByTestId("plan-status");
        await Assertions.Expect(status).ToHaveAttributeAsync("data-status", "Proposed");

        await section.GetByTestId("publish-button").ClickAsync();
        await Assertions.Expect(status).ToHaveAttributeAsync("data-status", "Published");

        var distributor = await section.GetAttributeAsync("data-distributor");
        var date = await visitor["plan-date"].InputValueAsync();
        var row = (await visitor.AskAsync($"/api/regions/{demo.Region}/plans/deliveries?date={date}")).EnumerateArray()
            .Single(each => each.GetProperty("distributor").GetString() == distributor);
        var plan = row.GetProperty("published");
        var routes = plan.GetProperty("routes").EnumerateArray().ToList();
        routes.ShouldNotBeEmpty();
        await Assertions.Expect(section.GetByTestId("route-item")).ToHaveCountAsync(routes.Count);

        var route = section.GetByTestId("route-item").First;
        await route.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(route.GetByTestId("stop-item")).ToHaveCountAsync(StopsOf(routes[0]));
        await Assertions.Expect(route.GetByTestId("stop-item").First).ToContainTextAsync(":");

        var version = plan.GetProperty("version").GetInt32();
        var geometry = await visitor.AskAsync($"/api/regions/{demo.Region}/plans/deliveries/{distributor}/{date}/geometry?version={version}");
        foreach (var each in routes)
        {
            var points = geometry.GetProperty("features").EnumerateArray()
                .Where(feature => feature.GetProperty("properties").GetProperty("vehicle").GetString() == each.GetProperty("vehicle").GetString())
                .Sum(feature => PointsOf(feature.GetProperty("geometry").GetProperty("coordinates")));
            // Straight lines between the stops would have one point each and the depot's two a trip.
            points.ShouldBeGreaterThan(StopsOf(each) + (2 * each.GetProperty("trips").GetArrayLength()));
        }

        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task Proposal_Discarded_LeavesThePlanThatWasPublished()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        await visitor["date-today"].ClickAsync();
        var section = visitor["distributor-plan"].First;
        var status = section.GetByTestId("plan-status");
        await Assertions.Expect(status).ToHaveAttributeAsync("data-status", "Published");
        var before = await status.InnerTextAsync();
        await section.GetByTestId("plan-button").ClickAsync();
        await Assertions.Expect(status).ToHaveAttributeAsync("data-status", "Proposed");
        await section.GetByTestId("discard-button").ClickAsync();
        await Assertions.Expect(status).ToHaveAttributeAsync("data-status", "Published");
        await Assertions.Expect(status).ToHaveTextAsync(before);
        visitor.ShouldBeQuiet();
    }

    private static int StopsOf(JsonElement route) => route.GetProperty("trips").EnumerateArray().Sum(trip => trip.GetProperty("stops").GetArrayLength());

    private static int PointsOf(JsonElement coordinates) =>
        coordinates.ValueKind != JsonValueKind.Array ? 0
        : coordinates[0].ValueKind == JsonValueKind.Number ? 1
        : coordinates.EnumerateArray().Sum(PointsOf);
}
