using System.Text;
using Territory.Contracts.Plans;
using Territory.Contracts.Serialization;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Contracts.Tests.Serialization;

/// <summary>Journals outlive the versions that wrote them: these are events as they were written before members were added.</summary>
public sealed class OldEventTests
{
    private const string ProposedBeforePlansHadOrigins = """
        {"plan":{"id":"delivery-D1-20260303-1","region":"r","distributor":"D1","date":"2026-03-03","version":1,"status":"Proposed","routes":[{"vehicle":"V1",
        "trips":[{"loadingStart":22800,"departure":24000,"return":32400,"load":{"cases":2,"mass":14000,"volume":24000},"distance":12000,"driving":1800,
        "stops":[{"terminal":"T1","orders":["O1"],"load":{"cases":2,"mass":14000,"volume":24000},"window":{"start":28800,"end":36000},"arrival":28800,
        "serviceStart":28800,"departure":29220,"travel":900,"leg":6000}]}],"distance":12000,"working":8400,"cost":8000}],"unserved":[],"distance":12000,"cost":8000,
        "provenance":{"engine":"territory 1","seed":11,"threads":1,"iterations":50,"travelTimes":"straight-line","journalPosition":7,"inputHash":"00"}}}
        """;

    [Fact]
    public void DeliveryPlanProposed_WithoutOriginOverridesAndBreaches_IsAPlanThatNobodyTouched()
    {
        var plan = EventCodec.Decode("territory.DeliveryPlanProposed", Encoding.UTF8.GetBytes(ProposedBeforePlansHadOrigins))
            .ShouldBeOfType<DeliveryPlanProposed>().Plan;

        plan.Routes.ShouldHaveSingleItem().Trips[0].Stops[0].Orders.ShouldBe([new OrderId("O1")]);
        plan.Cost.ShouldBe(new Money(8000));
        plan.Origin.ShouldBeNull();
        plan.Overrides.ShouldBeSameAs(DayOverrides.None);
        plan.Breaches.ShouldBeEmpty();
    }
}
