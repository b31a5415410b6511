using System.Reflection;
using Territory.Contracts.Tests.Samples;

namespace Territory.Contracts.Tests;

/// <summary>Grain interfaces hold to what both runtimes can carry.</summary>
public sealed class GrainInterfaceTests
{
    private static readonly Type[] PlainTypes = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(Guid), typeof(CancellationToken)];

    public static TheoryData<Type> All => Messages.InterfaceData;

    [Theory]
    [MemberData(nameof(All))]
    public void Methods_OfAnInterface_HaveUniqueAliases(Type grain)
    {
        var aliases = grain.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToArray();
        aliases.ShouldAllBe(alias => alias != null);
        aliases.Distinct().Count().ShouldBe(aliases.Length);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Methods_OfAnInterface_ReturnTasks(Type grain)
    {
        foreach (var method in grain.GetMethods())
        {
            var type = method.ReturnType;
            (type == typeof(Task) || type == typeof(ValueTask)
                || (type.IsGenericType && new[] { typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>) }.Contains(type.GetGenericTypeDefinition())))
                .ShouldBeTrue($"{grain.Name}.{method.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Methods_OfAnInterface_CarryMessagesAndNoBareModelValues(Type grain)
    {
        foreach (var method in grain.GetMethods())
        {
            var carried = method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method.ReturnType.GetGenericArguments());
            foreach (var type in carried)
                IsCarried(type).ShouldBeTrue($"{grain.Name}.{method.Name} carries {type}");
        }
    }

    private static bool IsCarried(Type type) =>
        PlainTypes.Contains(type)
        || type.IsDefined(typeof(GenerateSerializerAttribute), false)
        || typeof(IGrainObserver).IsAssignableFrom(type)
        || typeof(IGrain).IsAssignableFrom(type);
}
