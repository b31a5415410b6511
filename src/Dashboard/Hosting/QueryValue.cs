using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Territory.Dashboard.Hosting;

/// <summary>A value that an address's query may give or leave out; one that cannot be read is refused by its name.</summary>
/// <param name="Value">What the query gives; null where it says nothing.</param>
/// <remarks>Routes compiled with the project answer an unreadable nullable parameter with a bare 400, which names neither the field nor its value.</remarks>
internal readonly record struct QueryValue<T>(T? Value)
    where T : struct, IParsable<T>
{
    public static ValueTask<QueryValue<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Query[parameter.Name!].ToString();
        if (text.Length == 0)
            return ValueTask.FromResult(new QueryValue<T>(null));
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? ValueTask.FromResult(new QueryValue<T>(value))
            : throw new BadHttpRequestException($"Failed to bind parameter \"{typeof(T).Name} {parameter.Name}\" from \"{text}\".");
    }
}
