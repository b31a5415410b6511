using System.Reflection;
using Orleans.Runtime.Catalog;
using Orleans.Runtime.References;

namespace Orleans.Runtime.Contracts;

/// <summary>
/// What a grain interface must be so that no call ever needs a copy and the same code runs on a cluster: every argument and result is a
/// bare value, a reference, or an immutable message with a stable alias.
/// </summary>
internal sealed class ContractRules
{
    private readonly List<string> _offences = [];
    private readonly HashSet<Type> _seen = [];
    private readonly Dictionary<string, Type> _aliases = new(StringComparer.Ordinal);

    /// <summary>Checks the interfaces and everything they mention.</summary>
    /// <exception cref="OrleansConfigurationException">Some rule is broken; the message lists every offence.</exception>
    internal static void Check(IEnumerable<Type> interfaces)
    {
        var rules = new ContractRules();
        foreach (var face in interfaces)
            rules.CheckInterface(face);
        if (rules._offences.Count == 0)
            return;

        throw new OrleansConfigurationException(
            $"The grain contracts break {rules._offences.Count} rule(s):{Environment.NewLine}{string.Join(Environment.NewLine, rules._offences.Select(offence => $"- {offence}"))}");
    }

    private void CheckInterface(Type face)
    {
        if (face.Assembly == typeof(ContractRules).Assembly || !_seen.Add(face))
            return;

        CheckAlias(face);
        if (face.IsGenericType)
            _offences.Add($"{face}: a grain interface cannot be generic.");
        foreach (var inherited in face.GetInterfaces())
            CheckInterface(inherited);
        if (!typeof(IAddressable).IsAssignableFrom(face))
            return;

        foreach (var method in face.GetMethods().Where(method => !method.IsStatic))
            CheckMethod(face, method);
    }

    private void CheckMethod(Type face, MethodInfo method)
    {
        var where = $"{face}.{method.Name}";
        if (method.IsSpecialName || !method.IsAbstract || method.IsGenericMethod)
        {
            _offences.Add($"{where}: only plain abstract methods can be called on a grain, without type parameters, properties or events.");
            return;
        }

        CheckResult(where, method.ReturnType, typeof(IGrainObserver).IsAssignableFrom(face));
        var parameters = method.GetParameters();
        foreach (var parameter in parameters)
        {
            if (parameter.ParameterType != typeof(CancellationToken))
                CheckValue($"{where}, argument {parameter.Name}", parameter.ParameterType);
            else if (parameter != parameters[^1])
                _offences.Add($"{where}, argument {parameter.Name}: the cancellation token must be the last parameter.");
        }
    }

    private void CheckResult(string where, Type result, bool isObserver)
    {
        if (result == typeof(Task) || result == typeof(ValueTask) || (isObserver && result == typeof(void)))
            return;

        if (CallShape.Supports(result))
            CheckValue($"{where}, result", result.GetGenericArguments()[0]);
        else
            _offences.Add($"{where}: returns {result}; return Task, ValueTask, either with a result, or IAsyncEnumerable.");
    }

    private void CheckValue(string where, Type type)
    {
        if (type.IsByRef)
        {
            _offences.Add($"{where}: passed by reference, which cannot cross a call.");
        }
        else if (GrainClasses.IsGrainInterface(type) || GrainClasses.IsObserverInterface(type))
        {
            CheckInterface(type);
        }
        else if (IsMessage(type))
        {
            if (_seen.Add(type))
                CheckAlias(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        }
        else if (!BareValues.Contains(type))
        {
            _offences.Add($"{where}: {type} is neither a bare value nor a message; put it inside a record marked [GenerateSerializer, Immutable, Alias].");
        }
    }

    private static bool IsMessage(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute)) && type.IsDefined(typeof(ImmutableAttribute));

    private void CheckAlias(Type type)
    {
        if (type.GetCustomAttribute<AliasAttribute>(inherit: false) is not { } alias)
            _offences.Add($"{type}: has no [Alias]; its name could then never change.");
        else if (!_aliases.TryAdd(alias.Alias, type) && _aliases[alias.Alias] != type)
            _offences.Add($"{type}: has the alias \"{alias.Alias}\" of {_aliases[alias.Alias]}; an alias names one type.");
    }
}
