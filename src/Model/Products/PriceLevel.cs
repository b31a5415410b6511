using System.Text.Json.Serialization;

namespace Territory.Model.Products;

/// <summary>A rung of the price ladder (通路价差).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceLevel>))]
public enum PriceLevel
{
    /// <summary>出厂价: what the distributor pays.</summary>
    Factory,

    /// <summary>供货价: what the terminal pays.</summary>
    Terminal,

    /// <summary>零售指导价: what the consumer pays.</summary>
    Retail,
}
