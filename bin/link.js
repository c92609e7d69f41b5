// makes `npx bangban` find this checkout's own command, without asking a registry for it
