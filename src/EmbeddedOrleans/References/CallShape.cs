using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime.Calls;

namespace Orleans.Runtime.References;

/// <summary>How a method's return type decides its request's base class and the way it is sent.</summary>
/// <param name="RequestBase">The base class of the generated request.</param>
/// <param name="CallReturn">What the request's Call method returns.</param>
/// <param name="Wrap">The constructor that turns the method's return value into that, or null when it is that already.</param>
/// <param name="Send">The method of <see cref="GrainReference"/> that sends it.</param>
/// <param name="TokenIndex">The index of the cancellation token among the parameters, or -1.</param>
internal sealed record CallShape(
    Type RequestBase, Type CallReturn, ConstructorInfo? Wrap, MethodInfo Send, int TokenIndex, bool IsOneWay, bool IsSequence)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    internal static CallShape Of(MethodInfo method)
    {
        var result = method.ReturnType;
        var token = Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
        var oneWay = result == typeof(void) || method.IsDefined(typeof(OneWayAttribute));
        if (result == typeof(void))
            return new(typeof(VoidRequest), typeof(ValueTask), null, Void("SendOneWay"), token, oneWay, false);
        if (result == typeof(Task))
        {
            return new(typeof(VoidRequest), typeof(ValueTask), typeof(ValueTask).GetConstructor([typeof(Task)]),
                Void(oneWay ? "SendOneWay" : "SendForTask"), token, oneWay, false);
        }

        if (result == typeof(ValueTask))
            return new(typeof(VoidRequest), typeof(ValueTask), null, Void(oneWay ? "SendOneWay" : "SendForValueTask"), token, oneWay, false);

        var element = result.GetGenericArguments()[0];
        var definition = result.GetGenericTypeDefinition();
        if (definition == typeof(IAsyncEnumerable<>))
            return new(typeof(EnumerableRequest<>).MakeGenericType(element), result, null, Generic("Enumerate", element), token, false, true);

        var call = typeof(ValueTask<>).MakeGenericType(element);
        var requestBase = typeof(ResultRequest<>).MakeGenericType(element);
        return definition == typeof(Task<>)
            ? new(requestBase, call, call.GetConstructor([result]), Generic("SendForTask", element), token, oneWay, false)
            : new(requestBase, call, null, Generic("SendForValueTask", element), token, oneWay, false);
    }

    /// <summary>Whether the runtime can call a method that returns this.</summary>
    internal static bool Supports(Type result) =>
        result == typeof(Task) || result == typeof(ValueTask)
        || (result.IsGenericType && (result.GetGenericTypeDefinition() == typeof(Task<>)
            || result.GetGenericTypeDefinition() == typeof(ValueTask<>)
            || result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static MethodInfo Void(string name) =>
        typeof(GrainReference).GetMethod(name, 0, Members, null, [typeof(VoidRequest), typeof(CancellationToken)], null)!;

    private static MethodInfo Generic(string name, Type element) => typeof(GrainReference).GetMethods(Members)
        .Single(method => method.Name == name && method.IsGenericMethodDefinition).MakeGenericMethod(element);
}
