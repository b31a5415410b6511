using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Filters;

/// <summary>Call filters run around grain calls and may change arguments, results and failures.</summary>
public sealed class CallFilterTests
{
    [Fact]
    public async Task Filters_RunInOrderAroundTheCall()
    {
        var seen = new List<string>();
        await using var cluster = await Cluster.Start(silo => silo
            .AddIncomingGrainCallFilter(async context =>
            {
                if (context.MethodName != nameof(IFilteredGrain.Double))
                {
                    await context.Invoke();
                    return;
                }

                seen.Add($"outer {context.MethodName} {context.Request.GetArgument(0)}");
                await context.Invoke();
                seen.Add($"outer {context.Result}");
            })
            .AddIncomingGrainCallFilter(async context =>
            {
                if (context.MethodName == nameof(IFilteredGrain.Double))
                    seen.Add("inner");
                await context.Invoke();
            }));
        (await cluster.Client.GetGrain<IFilteredGrain>(1).Double(21)).ShouldBe(42);
        seen.ShouldBe(["outer Double 21", "inner", "outer 42"]);
    }

    [Fact]
    public async Task Filter_MayReplaceArgumentAndResult()
    {
        await using var cluster = await Cluster.Start(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.Double))
                context.Request.SetArgument(0, 10);
            await context.Invoke();
            if (context.Result is int number)
                context.Result = number + 1;
        }));
        (await cluster.Client.GetGrain<IFilteredGrain>(1).Double(1)).ShouldBe(21);
    }

    [Fact]
    public async Task Filter_ThatDoesNotInvoke_RefusesTheCall()
    {
        await using var cluster = await Cluster.Start(silo => silo.AddIncomingGrainCallFilter(context =>
            context.MethodName == nameof(IFilteredGrain.Forbidden)
                ? throw new UnauthorizedAccessException("not you")
                : context.Invoke()));
        var grain = cluster.Client.GetGrain<IFilteredGrain>(1);
        (await Should.ThrowAsync<UnauthorizedAccessException>(() => grain.Forbidden())).Message.ShouldBe("not you");
        (await grain.Double(2)).ShouldBe(4);
        cluster.Gates.CountOf("forbidden").ShouldBe(0);
    }

    [Fact]
    public async Task GrainClass_ThatIsAFilter_FiltersItsOwnCalls()
    {
        await using var cluster = await Cluster.Start();
        (await cluster.Client.GetGrain<ISelfFilteredGrain>(1).Twice(4)).ShouldBe(9);
    }
}

[Alias("test.filtered")]
public interface IFilteredGrain : IGrainWithIntegerKey
{
    [Alias("Double")]
    Task<int> Double(int number);

    [Alias("Forbidden")]
    Task Forbidden();
}

[Alias("test.selffiltered")]
public interface ISelfFilteredGrain : IGrainWithIntegerKey
{
    [Alias("Twice")]
    Task<int> Twice(int number);
}

internal sealed class FilteredGrain(Gates gates) : Grain, IFilteredGrain
{
    public Task<int> Double(int number) => Task.FromResult(number * 2);

    public Task Forbidden()
    {
        gates.Reach("forbidden");
        return Task.CompletedTask;
    }
}

internal sealed class SelfFilteredGrain : Grain, ISelfFilteredGrain, IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = (int)context.Result! + 1;
    }

    public Task<int> Twice(int number) => Task.FromResult(number * 2);
}
