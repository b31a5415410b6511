import { localized } from '../i18n/i18n';
import { distributors, live, products, reps, vehicles } from './regionStore';

// Names of people, shops and plates are data and are never translated; products carry both languages.

export function productName(id: string): string {
  const product = products.value.get(id);
  return product ? localized(product.name) : id;
}

export function distributorName(id: string | null | undefined): string {
  return id ? (distributors.value.get(id)?.name ?? id) : '–';
}

export function repName(id: string | null | undefined): string {
  return id ? (reps.value.get(id)?.name ?? id) : '–';
}

export function plate(id: string | null | undefined): string {
  return id ? (vehicles.value.get(id)?.plate ?? id) : '–';
}

export function outletName(id: string): string {
  return live.outlets.nameOf(id);
}
